'use strict';

// compromise: "tags" is its tagger; "names" also asks for people, places and
// organisations.
const drive = require('./drive');
const nlp = require('compromise');
const wantNames = process.argv[2] === 'names';

drive((text) => {
  const doc = nlp(text);
  if (wantNames) doc.topics().length;
  return doc.termList().length;
});
