'use strict';

// wink-nlp: "tags" is sentences and parts of speech; "all" is every stage of
// its English model, whose entities are patterns (dates, sums), not names.
const drive = require('./drive');
const model = require('wink-eng-lite-web-model');
const pipes = { tags: ['sbd', 'pos'], all: undefined };
const nlp = require('wink-nlp')(model, pipes[process.argv[2]]);

drive((text) => {
  const doc = nlp.readDoc(text);
  doc.entities().length();
  return doc.tokens().length();
});
