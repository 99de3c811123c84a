/* A question → the places of the passages that answer it, by the index that shelves.js reads. */
(function () {
  'use strict';
  var SHORTER = 2;
  /* What one question may load, so that its answer is there at once: letters of places, beside those on its shelves, and
     files of texts. src/cablepress/search/index.py says how large these are. */
  var LETTERS_AT_ONCE = 30000, FILES_AT_ONCE = 12;
  var shelves = cablepress.index, index = null;

  /* ---------- its words ---------- */

  /* A word that is nowhere may be the beginning of one, or have an ending of its own; within quotation marks it may not. */
  function find(asked) {
    return (asked.isOpen ? shelves.entriesFrom(asked.term) : shelves.entriesOf(asked.term)).then(function (entries) {
      var isDone = entries.length || asked.isOpen || asked.isQuoted || asked.word.length < 3;
      return isDone ? { asked: asked, entries: entries } : begin(asked, asked.word, SHORTER);
    });
  }

  function begin(asked, start, further) {
    return shelves.entriesFrom(start).then(function (entries) {
      if (entries.length) { return { asked: { term: start, word: asked.word, isOpen: true }, entries: entries }; }
      return further && start.length > 5 ? begin(asked, start.slice(0, -1), further - 1) : { asked: asked, entries: [] };
    });
  }

  /* Those of the words whose places may be loaded: the rare ones first; of the first as much as may be. */
  function affordable(found, spent) {
    var left = LETTERS_AT_ONCE - spent;
    return found.slice().sort(function (a, b) { return shelves.size(a.entries) - shelves.size(b.entries); }).filter(function (one, number) {
      if (number === 0) { one.entries = cut(one.entries, left); }
      left -= shelves.size(one.entries);
      return number === 0 || left >= 0;
    });
  }

  function cut(entries, most) {
    var sum = 0, kept = entries.filter(function (entry, number) {
      sum += entry.size;
      return number === 0 || entry.size === 0 || sum <= most;
    });
    kept.isCut = entries.isCut || kept.length < entries.length;
    return kept;
  }

  /* The words of a question → those that can be looked up (in them their places), those left out, those that are nowhere. */
  function lookUp(terms, spent) {
    var rare = terms.filter(function (each) { return !index.common.has(each.term); }), wanted = rare.length ? rare : terms;
    return Promise.all(wanted.map(find)).then(function (all) {
      var known = all.filter(function (one) { return one.entries.length; }), found = affordable(known, spent);
      var left = terms.filter(function (each) { return wanted.indexOf(each) < 0; });
      known.forEach(function (one) { if (found.indexOf(one) < 0) { left.push(one.asked); } });
      return Promise.all(found.map(function (one) { return shelves.gather(one.entries); })).then(function (places) {
        found.forEach(function (one, at) { one.places = places[at]; });
        return { found: found, left: left, missing: all.filter(function (one) { return !one.entries.length; }) };
      });
    });
  }

  /* The passages with most of the words, those with rare ones first, then in the order of the edition. */
  function rank(found) {
    var score = new Map(), count = new Map();
    found.forEach(function (one) {
      var weight = Math.log(1 + index.passages / one.places.size);
      one.places.forEach(function (often, place) {
        count.set(place, (count.get(place) || 0) + 1);
        score.set(place, (score.get(place) || 0) + weight * (often ? 1.5 : 1));
      });
    });
    return { count: count, order: Array.from(score.keys()).sort(function (a, b) {
      return count.get(b) - count.get(a) || score.get(b) - score.get(a) || a - b;
    }) };
  }

  /* ---------- its filters ---------- */

  /* For each filter that is set: the letters that it must load, and how to get what tells whether a passage passes. */
  function filters(asked) {
    var all = [];
    if (asked.person) {
      var signs = { speaks: ['@'], named: ['+'] }[asked.as] || ['@', '+'];
      all.push(byTerms(signs.map(function (sign) { return sign + asked.person; }), false));
    }
    if (asked.state) {
      var isFull = asked.state === 'full';
      all.push(byTerms(isFull ? ['=described', '=withheld'] : ['=' + asked.state], isFull));
    }
    if (asked.from || asked.to) { all.push({ size: 0, open: function () { return byDay(asked); } }); }
    return Promise.all(all);
  }

  function byTerms(terms, isOut) {
    return Promise.all(terms.map(shelves.entriesOf)).then(function (found) {
      var entries = found.reduce(function (all, one) { return all.concat(one); }, []);
      return { size: shelves.size(entries), open: function () {
        return shelves.gather(entries).then(function (places) { return function (place) { return places.has(place) !== isOut; }; });
      } };
    });
  }

  /* Days are compared as far as both go: 1994 has every day of 1994. */
  function byDay(asked) {
    return shelves.load('dates').then(function (dates) {
      var ranges = [], from = 0, day = '';
      dates.split('|').forEach(function (run) {
        var told = run.split(' ')[0], end = from + Number(run.split(' ')[1]);
        /* The beginning that a day has in common with the one before it may be left out. */
        day = told[0] === '-' ? day.slice(0, day.length - told.length) + told : told;
        if (day && !isLater(asked.from, day) && !isLater(day, asked.to)) { ranges.push([from, end]); }
        from = end;
      });
      return function (place) { return ranges.some(function (range) { return range[0] <= place && place < range[1]; }); };
    });
  }

  function isLater(one, other) {
    var length = Math.min(one.length, other.length);
    return one.slice(0, length) > other.slice(0, length);
  }

  /* ---------- its answer ---------- */

  /* What is asked → { order: where it may be found, at: how many of these places were looked at, terms: to be marked,
     phrases: that must be said, remarks: names of sentences, and their words }. */
  function answer(asked) {
    return shelves.open().then(function (head) {
      index = head;
      var terms = cablepress.asked(asked.q);
      return filters(asked).then(function (chosen) {
        var spent = chosen.reduce(function (sum, filter) { return sum + filter.size; }, 0);
        return Promise.all([lookUp(terms, spent), Promise.all(chosen.map(function (filter) { return filter.open(); }))]);
      }).then(function (both) { return answered(terms, both[0], both[1], cablepress.phrases(asked.q)); });
    });
  }

  function answered(terms, words, tests, phrases) {
    var ranked = terms.length ? rank(words.found) : null;
    var must = words.found.filter(function (one) { return one.asked.isQuoted; });
    var isLost = words.missing.some(function (one) { return one.asked.isQuoted; });
    var places = isLost ? [] : ranked ? ranked.order : Array.from({ length: index.passages }, function (_, place) { return place; });
    var order = places.filter(function (place) {
      return tests.every(function (passes) { return passes(place); }) && must.every(function (one) { return one.places.has(place); });
    });
    var most = order.length && ranked ? ranked.count.get(order[0]) : 0;
    return {
      order: ranked ? order.filter(function (place) { return ranked.count.get(place) === most; }) : order,
      at: 0,
      terms: words.found.map(function (one) { return one.asked; }).filter(function (each) { return !each.isQuoted; }),
      phrases: phrases,
      remarks: remarks(words, most),
    };
  }

  function remarks(words, most) {
    var said = [];
    if (most && most < words.found.length + words.missing.length) { said.push(['most']); }
    words.found.forEach(function (one) {
      var asked = one.asked;
      if (asked.isOpen && !cablepress.isTogether(asked.term)) { said.push(['begins', asked.word, asked.term]); }
      if (one.entries.isCut) { said.push(['partly', asked.term]); }
    });
    if (words.left.length) { said.push(['common', words.left.map(function (each) { return each.word; }).join(', ')]); }
    return said;
  }

  /* ---------- its passages ---------- */

  /* The next so many passages of an answer. Whether one says a phrase, only its text can tell: when as many files as may be
     loaded at once have been looked through, it gives what it has. */
  function next(answered, wanted) {
    var files = new Set(), places = [], at = answered.at;
    while (at < answered.order.length && (answered.phrases.length || places.length < wanted)) {
      var file = fileOf(answered.order[at]);
      if (files.size === FILES_AT_ONCE && !files.has(file)) { break; }
      files.add(file);
      places.push(answered.order[at++]);
    }
    return Promise.all(places.map(passageAt)).then(function (passages) {
      var said = [];
      for (var number = 0; number < passages.length && said.length < wanted; number++) {
        answered.at++;
        if (cablepress.isSaid(passages[number].text, answered.phrases)) { said.push(passages[number]); }
      }
      return said;
    });
  }

  function fileOf(place) { return Math.floor(place / index.block); }

  /* The passage of a place: the cable it is in, its anchor, its speaker, the names of who that is, its language, its text. */
  function passageAt(place) {
    return shelves.load('text-' + fileOf(place)).then(function (block) {
      var row = block[1][place % index.block];
      var names = row[3].map(function (each) { return block[2][each]; });
      return { cable: block[0][row[0]], anchor: row[1], speaker: row[2], names: names, language: row[4], text: row[5] };
    });
  }

  cablepress.answer = answer;
  cablepress.next = next;
}());
