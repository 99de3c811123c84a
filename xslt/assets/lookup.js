/* A question → the places of the passages that answer it, from the index beside the page, with a server or without.

   The index is a folder of small classic scripts that call cablepress.put; src/cablepress/search makes them and says what
   is in them. Only what a question needs is loaded: the files of its terms, and the texts of the hits that are shown. */
(function () {
  'use strict';
  var LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
  var OPEN_SHELVES = 4, SHORTER = 2;
  var loaded = {}, loading = {}, index = null;

  /* ---------- the index ---------- */

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

  function open() {
    return load('index').then(function (head) {
      if (!index) {
        index = head;
        index.shelves = head.terms ? head.terms.split('|') : [];
        index.common = new Set(head.common);
      }
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

  function placesOf(term) {
    if (!index.shelves.length) { return Promise.resolve(null); }
    return load('terms-' + shelfOf(term)).then(function (shelf) {
      var entry = '|' + shelf + '|', begin = entry.indexOf('|' + term + ' ');
      if (begin < 0) { return null; }
      begin += term.length + 2;
      return read(entry.slice(begin, entry.indexOf('|', begin)));
    });
  }

  /* The places of all terms that begin so. */
  function placesFrom(start) {
    var first = shelfOf(start), names = [];
    for (var at = first; at < Math.min(index.shelves.length, first + OPEN_SHELVES); at++) {
      if (at === first || index.shelves[at].startsWith(start)) { names.push('terms-' + at); }
    }
    return Promise.all(names.map(load)).then(function (shelves) {
      var all = new Map();
      shelves.join('|').split('|').forEach(function (entry) {
        if (!entry.startsWith(start)) { return; }
        read(entry.slice(entry.indexOf(' ') + 1)).forEach(function (often, place) { all.set(place, often || all.get(place)); });
      });
      return all.size ? all : null;
    });
  }

  /* Distances, five bits to a letter → places, with whether the term stands there more than once. */
  function read(letters) {
    var places = new Map(), last = 0, value = 0;
    for (var at = 0; at < letters.length; at++) {
      var bits = LETTERS.indexOf(letters[at]);
      value = value * 32 + bits % 32;
      if (bits < 32) {
        last += value >> 1;
        places.set(last, value % 2 === 1);
        value = 0;
      }
    }
    return places;
  }

  /* ---------- a question ---------- */

  /* A word that is nowhere may be the beginning of one, or have an ending of its own. */
  function find(term) {
    var exact = term.isOpen ? placesFrom(term.term) : placesOf(term.term);
    return exact.then(function (places) {
      return places || term.isOpen || term.word.length < 3 ? { places: places, term: term } : begin(term, term.word, SHORTER);
    });
  }

  function begin(term, start, further) {
    return placesFrom(start).then(function (places) {
      if (places) { return { places: places, term: { term: start, word: term.word, isOpen: true } }; }
      return further && start.length > 5 ? begin(term, start.slice(0, -1), further - 1) : { places: null, term: term };
    });
  }

  /* The passages with most of the terms, those with rare ones first, then in the order of the edition. */
  function rank(found) {
    var score = new Map(), count = new Map();
    found.forEach(function (one) {
      if (!one.places) { return; }
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

  function union(all) {
    return Promise.all(all.map(placesOf)).then(function (found) {
      var joined = new Map();
      found.forEach(function (places) { (places || new Map()).forEach(function (often, place) { joined.set(place, often); }); });
      return joined;
    });
  }

  /* For each filter that is set, what tells whether a passage passes. */
  function filters(asked) {
    var all = [];
    if (asked.person) {
      var signs = { speaks: ['@'], named: ['+'] }[asked.as] || ['@', '+'];
      all.push(union(signs.map(function (sign) { return sign + asked.person; })).then(function (in_) {
        return function (place) { return in_.has(place); };
      }));
    }
    if (asked.state) {
      var isFull = asked.state === 'full', states = isFull ? ['=described', '=withheld'] : ['=' + asked.state];
      all.push(union(states).then(function (in_) { return function (place) { return in_.has(place) !== isFull; }; }));
    }
    if (asked.from || asked.to) { all.push(load('dates').then(function (dates) { return within(dates, asked); })); }
    return Promise.all(all);
  }

  /* Days are compared as far as both go: 1994 has every day of 1994. */
  function within(dates, asked) {
    var ranges = [], begin_ = 0;
    dates.split('|').forEach(function (run) {
      var day = run.split(' ')[0], end = begin_ + Number(run.split(' ')[1]);
      if (day && !isLater(asked.from, day) && !isLater(day, asked.to)) { ranges.push([begin_, end]); }
      begin_ = end;
    });
    return function (place) {
      return ranges.some(function (range) { return range[0] <= place && place < range[1]; });
    };
  }

  function isLater(one, other) {
    var length = Math.min(one.length, other.length);
    return one.slice(0, length) > other.slice(0, length);
  }

  /* What is asked → { order: the places of the hits, terms: to be marked, remarks: names of sentences, and their words }. */
  function answer(asked) {
    return open().then(function () {
      var terms = cablepress.asked(asked.q), rare = terms.filter(function (each) { return !index.common.has(each.term); });
      var wanted = rare.length ? rare : terms;
      return Promise.all([filters(asked), Promise.all(wanted.map(find))]).then(function (both) {
        var ranked = terms.length ? rank(both[1]) : { order: Array.from({ length: index.passages }, function (_, place) { return place; }) };
        var order = ranked.order.filter(function (place) { return both[0].every(function (passes) { return passes(place); }); });
        var most = order.length && terms.length ? ranked.count.get(order[0]) : 0;
        return {
          order: terms.length ? order.filter(function (place) { return ranked.count.get(place) === most; }) : order,
          terms: both[1].map(function (one) { return one.term; }),
          remarks: remarks(both[1], most, terms.filter(function (each) { return wanted.indexOf(each) < 0; })),
        };
      });
    });
  }

  function remarks(found, most, left) {
    var said = [];
    if (most && most < found.length) { said.push(['most']); }
    found.forEach(function (one) {
      if (one.term.isOpen && !cablepress.isTogether(one.term.term)) { said.push(['begins', one.term.word, one.term.term]); }
    });
    if (left.length) { said.push(['common', left.map(function (each) { return each.word; }).join(', ')]); }
    return said;
  }

  /* The passage of a place: the cable it is in, its anchor, its speaker, who that is, its language, its text. */
  function passageAt(place) {
    return load('text-' + Math.floor(place / index.block)).then(function (block) {
      var row = block[1][place % index.block];
      return { cable: block[0][row[0]], anchor: row[1], speaker: row[2], who: row[3], language: row[4], text: row[5] };
    });
  }

  cablepress.answer = answer;
  cablepress.passageAt = passageAt;
}());
