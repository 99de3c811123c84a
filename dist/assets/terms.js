/* Text → the terms by which a search finds it. src/cablepress/search/terms.py has the same rules for the making of the
   index; a test compares the two. A term is a word without its ending, or two neighbouring characters of a script that
   parts no words.

   The endings are taken off by the English stemmer of the Snowball project ("Porter2"), written after its description,
   https://snowballstem.org/algorithms/english/stemmer.html, as of Snowball 3.1. */
(function () {
  'use strict';

  /* ---------- the stem of a word of Latin letters ---------- */

  var KEPT = { skis: 'ski', skies: 'sky', idly: 'idl', gently: 'gentl', ugly: 'ugli', early: 'earli', only: 'onli',
    singly: 'singl', sky: 'sky', news: 'news', howe: 'howe', atlas: 'atlas', cosmos: 'cosmos', bias: 'bias', andes: 'andes' };
  var HEAD = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
  var REGION = /^[^aeiouy]*[aeiouy]+[^aeiouy]/;
  var SHORT = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/;
  var SECOND = /(?:ational|fulness|iveness|ization|ousness|biliti|lessli|tional|alism|aliti|ation|entli|fulli|iviti|ousli|ogist|abli|alli|anci|ator|enci|izer|bli|ogi|li)$/;
  var SECOND_BY = { tional: 'tion', enci: 'ence', anci: 'ance', abli: 'able', entli: 'ent', izer: 'ize', ization: 'ize',
    ational: 'ate', ation: 'ate', ator: 'ate', alism: 'al', aliti: 'al', alli: 'al', fulness: 'ful', fulli: 'ful',
    ousli: 'ous', ousness: 'ous', iveness: 'ive', iviti: 'ive', biliti: 'ble', bli: 'ble', ogist: 'og', lessli: 'less' };
  var THIRD = /(?:ational|tional|alize|ative|icate|iciti|ical|ness|ful)$/;
  var THIRD_BY = { tional: 'tion', ational: 'ate', alize: 'al', icate: 'ic', iciti: 'ic', ical: 'ic', ful: '', ness: '' };
  var FOURTH = /(?:ement|able|ance|ence|ible|ment|ant|ate|ent|ion|ism|iti|ive|ize|ous|al|er|ic)$/;

  /* Where the part begins in which an ending may go: after the first consonant that follows a vowel. */
  function region(word, from) {
    var found = REGION.exec(word.slice(from));
    return found ? from + found[0].length : word.length;
  }

  function cut(word, ending) { return word.slice(0, word.length - ending.length); }

  function plural(word) {
    if (/sses$/.test(word)) { return cut(word, 'es'); }
    if (/ie[ds]$/.test(word)) { return cut(word, word.length > 4 ? 'es' : 's'); }
    return /[aeiouy].+s$/.test(word) && !/[us]s$/.test(word) ? cut(word, 's') : word;
  }

  function participle(word, first) {
    var found = /(?:eedly|ingly|edly|eed|ing|ed)$/.exec(word), ending = found ? found[0] : '', stem = cut(word, ending);
    if (/^eed/.test(ending)) { return stem.length < first || /^(?:succ|proc|exc)$/.test(stem) ? word : stem + 'ee'; }
    if (ending === 'ing') {
      if (/^[^aeiouy]y$/.test(stem)) { return stem[0] + 'ie'; }
      if (/^(?:even|cann|inn|earr|herr|out)$/.test(stem)) { return word; }
    }
    return ending && /[aeiouy]/.test(stem) ? rounded(stem, first) : word;
  }

  /* What is left of "hoping", "hopping" and "conflated" is given the end of a word. */
  function rounded(stem, first) {
    if (/(?:at|bl|iz)$/.test(stem)) { return stem + 'e'; }
    if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) { return /^[aeo]..$/.test(stem) ? stem : stem.slice(0, -1); }
    return stem.length === first && SHORT.test(stem) ? stem + 'e' : stem;
  }

  function second(word, first) {
    var found = SECOND.exec(word);
    if (!found || found.index < first) { return word; }
    var ending = found[0], stem = cut(word, ending);
    if (ending === 'li') { return /[cdeghkmnrt]$/.test(stem) ? stem : word; }
    if (ending === 'ogi') { return /l$/.test(stem) ? stem + 'og' : word; }
    return stem + SECOND_BY[ending];
  }

  function third(word, first, last) {
    var found = THIRD.exec(word);
    if (!found || found.index < first) { return word; }
    if (found[0] === 'ative') { return found.index < last ? word : cut(word, found[0]); }
    return cut(word, found[0]) + THIRD_BY[found[0]];
  }

  function fourth(word, last) {
    var found = FOURTH.exec(word);
    if (!found || found.index < last) { return word; }
    var stem = cut(word, found[0]);
    return found[0] === 'ion' && !/[st]$/.test(stem) ? word : stem;
  }

  function fifth(word, first, last) {
    var stem = word.slice(0, -1);
    if (/e$/.test(word)) { return stem.length >= last || (stem.length >= first && !SHORT.test(stem)) ? stem : word; }
    return /ll$/.test(word) && stem.length >= last ? stem : word;
  }

  function stem(word) {
    if (Object.prototype.hasOwnProperty.call(KEPT, word)) { return KEPT[word]; }
    if (word.length < 3) { return word; }
    /* A "y" that stands for a consonant is written "Y". */
    word = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
    var head = HEAD.exec(word), first = head ? head[0].length : region(word, 0), last = region(word, first);
    word = participle(plural(word), first);
    word = word.replace(/(.[^aeiouy])[yY]$/, '$1i');
    word = second(word, first);
    word = third(word, first, last);
    return fifth(fourth(word, last), first, last).toLowerCase();
  }

  /* ---------- the terms of a text ---------- */

  /* What parts words: controls, spaces, punctuation and symbols of the scripts in use. Named one by one, since what a
     newer Unicode calls a letter must not change an index. */
  var APART = '\\u0000-/:-@\\[-`{-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u037e\\u0387\\u055a-\\u055f' +
    '\\u0589\\u05be\\u05c0\\u05c3\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4\\u0964\\u0965\\u0e3f\\u0e4f\\u0e5a\\u0e5b\\u0f04-\\u0f14\\u104a-\\u104f' +
    '\\u1361-\\u1368\\u17d4-\\u17da\\u1800-\\u180a\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u245f\\u2500-\\u2bff\\u2e00-\\u2e7f' +
    '\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u303d-\\u303f\\u30fb\\ud800-\\uf8ff\\ufe10-\\ufe6f\\uff00-\\uff0f\\ufff0-\\uffff' +
    '\\u{1f000}-\\u{1faff}';
  /* Scripts in which words stand together: Thai to Tibetan, Burmese, Korean, Khmer, Japanese, Chinese. */
  var TOGETHER = '\\u0e00-\\u0e3e\\u0e40-\\u0e4e\\u0e50-\\u0e59\\u0e80-\\u0f03\\u0f15-\\u1049\\u1050-\\u109f\\u1100-\\u11ff\\u1780-\\u17d3\\u17db-\\u17ff\\u3005-\\u3007\\u3041-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf' +
    '\\u4e00-\\u9fff\\uac00-\\ud7ff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
  var LONGEST = 40;
  var WORD = new RegExp('[^' + APART + ']+', 'gu');
  var OWNER = new RegExp("['\\u2019]s(?![^" + APART + '])', 'gu');
  var RUN = new RegExp('[' + TOGETHER + ']+|[^' + TOGETHER + ']+', 'gu');
  /* Quotation marks of any kind, and what stands between two of them. */
  var QUOTED = /["\u201c-\u201f][^"\u201c-\u201f]+["\u201c-\u201f]/g;
  var IS_TOGETHER = new RegExp('^[' + TOGETHER + ']', 'u');

  /* Capitals, accents, ligatures and full-width letters make no difference. */
  function fold(text) {
    return text.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f]/g, '').normalize('NFC').replace(/ς/g, 'σ');
  }

  function term(word) {
    var short = word.length > LONGEST ? Array.from(word).slice(0, LONGEST).join('') : word;
    return /^[a-z]+$/.test(short) ? stem(short) : short;
  }

  /* Each pair of neighbours, and the last character, so that any single one begins some term. */
  function pairs(run) {
    var all = Array.from(run);
    return all.map(function (one, place) { return one + (all[place + 1] || ''); });
  }

  function parts(text) {
    var runs = [];
    (fold(text).replace(OWNER, '').match(WORD) || []).forEach(function (word) { runs.push.apply(runs, word.match(RUN)); });
    return runs;
  }

  /* The terms under which a text is filed. */
  function terms(text) {
    return parts(text).reduce(function (all, run) { return all.concat(IS_TOGETHER.test(run) ? pairs(run) : term(run)); }, []);
  }

  /* The terms that a question asks for, each once, with the word as it was typed; the end of a term may be open. Terms of a
     phrase are told from the others. */
  function asked(text) {
    var wanted = new Map();
    function want(isQuoted, run) {
      var all = IS_TOGETHER.test(run) ? pairs(run) : [];
      if (all.length === 1) { wanted.set(run, { term: run, word: run, isOpen: true, isQuoted: isQuoted }); }
      (all.length ? all.slice(0, -1) : [term(run)]).forEach(function (each) {
        wanted.set(each, { term: each, word: all.length ? each : run, isOpen: false, isQuoted: isQuoted });
      });
    }
    parts(text.replace(QUOTED, function (part) { return isPhrase(part) ? ' ' : part; })).forEach(function (run) { want(false, run); });
    quoted(text).forEach(function (part) { parts(part).forEach(function (run) { want(true, run); }); });
    return Array.from(wanted.values());
  }

  /* One term alone is no phrase. */
  function isPhrase(part) { return terms(part).length > 1; }

  function quoted(text) { return (text.match(QUOTED) || []).filter(isPhrase); }

  /* What stands in quotation marks → the terms that must follow each other. */
  function phrases(text) { return quoted(text).map(terms); }

  /* Whether some terms begin with a phrase. A lone character of a script that parts no words, at its end, may go on. */
  function begins(all, at, phrase) {
    return phrase.every(function (each, number) {
      var found = all[at + number] || '', isOpen = number === phrase.length - 1 && IS_TOGETHER.test(each) && Array.from(each).length === 1;
      return isOpen ? found.startsWith(each) : found === each;
    });
  }

  /* Whether a text has all of some phrases. */
  function isSaid(text, all) {
    if (!all.length) { return true; }
    var said = terms(text);
    return all.every(function (phrase) { return said.some(function (_, at) { return begins(said, at, phrase); }); });
  }

  window.cablepress = { stem: stem, fold: fold, terms: terms, asked: asked, phrases: phrases, isSaid: isSaid,
    begins: begins, owner: OWNER, apart: APART, together: TOGETHER,
    isTogether: function (text) { return IS_TOGETHER.test(text); } };
}());
