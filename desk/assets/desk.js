// Everything a page does beyond plain HTML. Each part stands alone: one that fails leaves the rest and the page as it is.
import "./plain/evidence.js";
import "./plain/keys.js";
import "./plain/drafts.js";

if (document.querySelector(".coding")) import("./plain/coding.js");
if (document.querySelector(".drop, .batch")) import("./plain/adding.js");

const pictures = document.querySelectorAll("figure.island");
if (pictures.length) {
  import("./islands/index.js").then(
    ({ mount }) => pictures.forEach((figure) => Promise.resolve().then(() => mount(figure)).catch((why) => console.warn("picture", figure.dataset.island, why)).finally(() => (figure.dataset.settled = ""))),
    () => {}, // no pictures were built in: the tables stand for them
  );
}
