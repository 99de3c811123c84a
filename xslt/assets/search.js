/* Searches the edition from the folder it lies in, with a server or without.

   The index is a folder of small classic scripts that call cablepress.put; src/cablepress/search makes them and says what
   is in them. Only what a question needs is loaded: the files of its terms, and the texts of the hits that are shown.
   All words for readers come from the page. */
(function () {
  'use strict';
  var LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
  var FIELDS = ['q', 'person', 'as', 'from', 'to', 'state'];
  var SHOWN = 10, SNIPPET = 260, OPEN_SHELVES = 4, SHORTER = 2, BAR = '\ufffd';
  var form = document.getElementById('search'), status = document.getElementById('found');
  var list = document.getElementById('hits'), more = document.getElementById('more');
  var title = document.title, loaded = {}, loading = {}, index = null, asking = 0;

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

  /* What is asked → { order: the places of the hits, terms: to be marked, remarks }. */
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
    if (most && most < found.length) { said.push(say('most')); }
    found.forEach(function (one) {
      if (one.term.isOpen && !cablepress.isTogether(one.term.term)) { said.push(say('begins', one.term.word, one.term.term)); }
    });
    if (left.length) { said.push(say('common', left.map(function (each) { return each.word; }).join(', '))); }
    return said;
  }

  /* ---------- the page ---------- */

  /* A sentence of the page, its places filled. */
  function say(name) {
    var words = Array.prototype.slice.call(arguments, 1);
    return form.dataset[name].replace(/\{\}/g, function () { return words.shift(); });
  }

  function element(name, className) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    made.append.apply(made, Array.prototype.slice.call(arguments, 2));
    return made;
  }

  function chosen(field, value) {
    var option = Array.from(form.elements[field].options).find(function (each) { return each.value === value; });
    return option ? option.text : '';
  }

  /* The passage of a place: the cable it is in, its anchor, its speaker, who that is, its language, its text. */
  function passageAt(place) {
    return load('text-' + Math.floor(place / index.block)).then(function (block) {
      var row = block[1][place % index.block];
      return { cable: block[0][row[0]], anchor: row[1], speaker: row[2], who: row[3], language: row[4], text: row[5] };
    });
  }

  function hit(passage, terms) {
    var cable = passage.cable, name = cable[1] ? say('number', cable[1]) : cable[2] || cable[0];
    var paragraph = passage.anchor[0] === 'p' ? say('paragraph', passage.anchor.slice(1)) : '';
    var link = element('a', '', name + paragraph);
    link.setAttribute('href', cable[0] + '.html' + (passage.anchor && '#' + passage.anchor));
    var people = passage.who.split(' ').filter(Boolean).map(function (key) { return chosen('person', key); });
    var where = element('p', 'hit-where', link);
    [[passage.speaker].concat(people).filter(Boolean).join(', '), cable[3], cable[4] === 'full' ? '' : chosen('state', cable[4])]
      .filter(Boolean).forEach(function (words) { where.append(' ', element('span', '', words)); });
    var text = snippet(passage.text, terms);
    if (passage.language) { text.lang = passage.language; }
    return element('li', '', where, text);
  }

  /* Where the terms stand in a text, as [begin, end]; it is taken apart as for the index, but keeps its letters. */
  function marks(text, terms) {
    var run = new RegExp('[' + cablepress.together + ']+|[^' + cablepress.apart + cablepress.together + ']+', 'gu'), found = [];
    for (var match = run.exec(text); match; match = run.exec(text)) {
      var at = match.index, isTogether = cablepress.isTogether(match[0]);
      (isTogether ? Array.from(match[0]) : [match[0]]).forEach(function (one, place, all) {
        var pair = one + (all[place + 1] || ''), term = cablepress.terms(pair)[0] || '';
        terms.forEach(function (each) {
          if (each.term === term) { found.push([at, at + pair.length]); }
          else if (each.isOpen && term.startsWith(each.term)) { found.push([at, at + (isTogether ? one : pair).length]); }
        });
        at += one.length;
      });
    }
    return joined(found);
  }

  function joined(ranges) {
    return ranges.reduce(function (all, range) {
      var last = all[all.length - 1];
      if (last && range[0] <= last[1]) { last[1] = Math.max(last[1], range[1]); } else { all.push(range.slice()); }
      return all;
    }, []);
  }

  /* The part of a text that has most of what was asked for, at whole words and whole redactions. */
  function snippet(barred, terms) {
    var parts = barred.split(BAR), text = parts.join(''), bars = [], at = 0;
    parts.forEach(function (part, number) {
      if (number % 2) { bars.push([at, at + part.length]); }
      at += part.length;
    });
    var marked = marks(text, terms), begin_ = start(text, marked), end = begin_ + SNIPPET;
    end = end < text.length ? Math.max(text.lastIndexOf(' ', end), end - 40) : text.length;
    bars.forEach(function (bar) {
      if (bar[0] < begin_ && begin_ < bar[1]) { begin_ = bar[0]; }
      if (bar[0] < end && end < bar[1]) { end = bar[1]; }
    });
    var made = element('p', 'hit-text');
    if (begin_) { made.append('… '); }
    paint(made, text, begin_, end, bars, 'span', function (inner, from, to) { paint(inner, text, from, to, marked, 'mark'); });
    if (end < text.length) { made.append(' …'); }
    return made;
  }

  function start(text, marked) {
    if (text.length <= SNIPPET || !marked.length) { return 0; }
    var best = marked.map(function (mark) {
      return marked.filter(function (other) { return other[0] >= mark[0] && other[1] <= mark[0] + SNIPPET - 60; }).length;
    });
    var from = marked[best.indexOf(Math.max.apply(null, best))][0] - 60, space = text.indexOf(' ', from);
    return from <= 0 ? 0 : space >= 0 && space < from + 40 ? space + 1 : from;
  }

  /* Append a stretch of a text, some ranges of it in elements of their own. */
  function paint(into, text, from, to, ranges, name, inside) {
    function plain(end) {
      if (end > from) { if (inside) { inside(into, from, end); } else { into.append(text.slice(from, end)); } }
      from = Math.max(from, end);
    }
    ranges.forEach(function (range) {
      var first = Math.max(from, range[0]), last = Math.min(to, range[1]);
      if (first >= last) { return; }
      plain(first);
      var made = element(name, name === 'span' ? 'redact' : '');
      if (inside) { inside(made, first, last); } else { made.append(text.slice(first, last)); }
      into.append(made);
      from = last;
    });
    plain(to);
  }

  /* Show the next hits; returns the first of them. */
  function show(answered, turn) {
    var have = list.children.length, next = answered.order.slice(have, have + SHOWN);
    return Promise.all(next.map(passageAt)).then(function (passages) {
      if (turn !== asking) { return null; }
      passages.forEach(function (passage) { list.append(hit(passage, answered.terms)); });
      more.hidden = list.children.length >= answered.order.length;
      more.onclick = function () {
        show(answered, turn).then(function (first) {
          if (first) { first.querySelector('a').focus(); }
          announce(answered);
        }).catch(failed);
      };
      return list.children[have] || null;
    });
  }

  function announce(answered) {
    var count = answered.order.length, said = count === 0 ? say('none') : count === 1 ? say('one') : say('many', count.toLocaleString('en'));
    if (count > list.children.length) { said += ' ' + say('shown', list.children.length); }
    status.textContent = [said].concat(answered.remarks).join(' ');
  }

  function failed(error) { status.textContent = say('failed', 'search/' + error.message + '.js'); }

  function run(asked) {
    var turn = ++asking, isEmpty = FIELDS.every(function (field) { return field === 'as' || !asked[field]; });
    document.title = (asked.q ? asked.q + ' · ' : '') + title;
    if (isEmpty) { clear(''); return; }
    answer(asked).then(function (answered) {
      if (turn !== asking) { return null; }
      clear('');
      return show(answered, turn).then(function () { if (turn === asking) { announce(answered); } });
    }).catch(failed);
  }

  function clear(said) {
    list.replaceChildren();
    more.hidden = true;
    status.textContent = said;
  }

  /* ---------- the address ---------- */

  function typed() {
    var asked = {};
    FIELDS.forEach(function (field) { asked[field] = form.elements[field].value.trim(); });
    return asked;
  }

  function fill() {
    var told = new URLSearchParams(location.search);
    FIELDS.forEach(function (field) {
      var input = form.elements[field];
      input.value = told.get(field) || '';
      if (input.selectedIndex === -1) { input.selectedIndex = 0; }
    });
    var asked = typed();
    if (['person', 'from', 'to', 'state'].some(function (field) { return asked[field]; })) { document.getElementById('narrow').open = true; }
    run(asked);
  }

  function go(asked) {
    var told = new URLSearchParams();
    FIELDS.forEach(function (field) { if (asked[field] && (field !== 'as' || asked.person)) { told.set(field, asked[field]); } });
    var address = '?' + told;
    if (address === (location.search || '?')) { run(asked); return; }
    /* Some browsers give a page of a folder no history of its own. */
    try { history.pushState(null, '', address); } catch (refused) { location.search = address; return; }
    run(asked);
  }

  cablepress.answer = answer;
  form.addEventListener('submit', function (event) { event.preventDefault(); go(typed()); });
  window.addEventListener('popstate', fill);
  form.hidden = false;
  document.getElementById('instead').remove();
  fill();
}());
