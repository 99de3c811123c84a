/* The search page: what is typed, or stands in the address, is asked of lookup.js, and the hits are shown.
   All words for readers come from the page. */
(function () {
  'use strict';
  var FIELDS = ['q', 'person', 'as', 'from', 'to', 'state'];
  var SHOWN = 10, SNIPPET = 260, BAR = '\ufffd';
  var form = document.getElementById('search'), status = document.getElementById('found');
  var list = document.getElementById('hits'), more = document.getElementById('more');
  var title = document.title, asking = 0;

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
    return Promise.all(next.map(cablepress.passageAt)).then(function (passages) {
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
    status.textContent = [said].concat(answered.remarks.map(function (words) { return say.apply(null, words); })).join(' ');
  }

  function failed(error) { status.textContent = say('failed', 'search/' + error.message + '.js'); }

  function run(asked) {
    var turn = ++asking, isEmpty = FIELDS.every(function (field) { return field === 'as' || !asked[field]; });
    document.title = (asked.q ? asked.q + ' · ' : '') + title;
    if (isEmpty) { clear(''); return; }
    cablepress.answer(asked).then(function (answered) {
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

  form.addEventListener('submit', function (event) { event.preventDefault(); go(typed()); });
  window.addEventListener('popstate', fill);
  form.hidden = false;
  document.getElementById('instead').remove();
  fill();
}());
