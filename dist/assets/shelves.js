/* A term → its places, from the index beside the page, with a server or without.

   The index is a folder of small classic scripts that call cablepress.put; src/cablepress/search makes them and says what
   is in them. Only what a question needs is loaded. */
(function () {
  'use strict';
  var LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
  var OPEN_SHELVES = 4;
  var loaded = {}, loading = {}, index = null;

  cablepress.put = function (name, data) { loaded[name] = data; };

  function load(name) {
    loading[name] = loading[name] || new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.src = 'search/' + name + '.js' + (index ? '?' + index.version : '');
      script.onload = function () { script.remove(); done(loaded[name]); };
      script.onerror = function () { script.remove(); delete loading[name]; failed(new Error(name)); };
      document.head.append(script);
    });
    return loading[name];
  }

  /* The head of the index: { passages: how many, block: of how many a file has the texts, common: words, … }. */
  function open() {
    return load('index').then(function (head) {
      if (!index) {
        index = head;
        index.shelves = head.terms ? head.terms.split('|') : [];
        index.common = new Set(head.common);
      }
      return index;
    });
  }

  /* The number of the file that would have a term: the last that does not begin after it. */
  function shelfOf(term) {
    var low = 0, high = index.shelves.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (index.shelves[middle] <= term) { low = middle + 1; } else { high = middle; }
    }
    return Math.max(0, low - 1);
  }

  /* An entry of a shelf: the places of a term, or the file that has them and how long they are. */
  function entry(written) {
    var elsewhere = /^\*(\d+) (\d+)$/.exec(written);
    return elsewhere ? { file: 'places-' + elsewhere[1], size: Number(elsewhere[2]) } : { letters: written, size: 0 };
  }

  /* A term → its entry, as a list that has it or is empty. */
  function entriesOf(term) {
    if (!index.shelves.length) { return Promise.resolve([]); }
    return load('terms-' + shelfOf(term)).then(function (shelf) {
      var all = '|' + shelf + '|', begin = all.indexOf('|' + term + ' ');
      if (begin < 0) { return []; }
      begin += term.length + 2;
      return [entry(all.slice(begin, all.indexOf('|', begin)))];
    });
  }

  /* The entries of all terms that begin so; of a short beginning there may be too many, and some are cut off. */
  function entriesFrom(start) {
    var first = shelfOf(start), last = first;
    while (last + 1 < index.shelves.length && index.shelves[last + 1].startsWith(start)) { last++; }
    var end = Math.min(last, first + OPEN_SHELVES - 1), names = [];
    for (var at = first; at <= end && index.shelves.length; at++) { names.push('terms-' + at); }
    return Promise.all(names.map(load)).then(function (shelves) {
      var found = shelves.join('|').split('|').filter(function (each) { return each.startsWith(start); })
        .map(function (each) { return entry(each.slice(each.indexOf(' ') + 1)); });
      found.isCut = end < last;
      return found;
    });
  }

  /* How many letters are still to be loaded for some entries. */
  function size(entries) { return entries.reduce(function (sum, each) { return sum + each.size; }, 0); }

  /* Some entries → the places of all their terms, with whether a term stands there more than once. */
  function gather(entries) {
    return Promise.all(entries.map(function (each) { return each.file ? load(each.file) : each.letters; })).then(function (all) {
      var places = new Map();
      all.forEach(function (letters) {
        (letters[0] === '.' ? readMap : readDistances)(letters, function (place, often) {
          places.set(place, often || places.get(place) === true);
        });
      });
      return places;
    });
  }

  /* Distances, five bits to a letter; the last bit says whether the term stands there more than once. */
  function readDistances(letters, tell) {
    var last = 0, value = 0;
    for (var at = 0; at < letters.length; at++) {
      var bits = LETTERS.indexOf(letters[at]);
      value = value * 32 + bits % 32;
      if (bits < 32) {
        last += value >> 1;
        tell(last, value % 2 === 1);
        value = 0;
      }
    }
  }

  /* A bit for each passage, then one for each place, six to a letter. */
  function readMap(letters, tell) {
    var parts = letters.split('.'), number = 0;
    function isSet(part, at) { return (LETTERS.indexOf(part[Math.floor(at / 6)]) >> (5 - at % 6)) % 2 === 1; }
    for (var place = 0; place < 6 * parts[1].length; place++) {
      if (isSet(parts[1], place)) { tell(place, isSet(parts[2], number++)); }
    }
  }

  cablepress.index = { open: open, load: load, entriesOf: entriesOf, entriesFrom: entriesFrom, size: size, gather: gather };
}());
