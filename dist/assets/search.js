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

  function stateWord(state) { return form.elements.state.querySelector('option[value="' + state + '"]').text; }

  function hit(passage, answered) {
    var cable = passage.cable, name = cable[1] ? say('number', cable[1]) : cable[2] || cable[0];
    var part = { p: 'paragraph', n: 'note' }[passage.anchor[0]];
    var link = element('a', '', name + (part ? say(part, passage.anchor.slice(1)) : ''));
    link.setAttribute('href', cable[0] + '.html' + (passage.anchor && '#' + passage.anchor));
    var where = element('p', 'hit-where', link);
    [[passage.speaker].concat(passage.names).filter(Boolean).join(', '), cable[3], cable[4] === 'full' ? '' : stateWord(cable[4])]
      .filter(Boolean).forEach(function (words) { where.append(' ', element('span', '', words)); });
    var text = snippet(passage.text, answered);
    if (passage.language) { text.lang = passage.language; }
    return element('li', '', where, text);
  }

  /* A text → its terms with where they stand: [begin, end, term, end of what a term that is open asks for]. It is taken
     apart as for the index, but keeps its letters. */
  function placed(text) {
    var run = new RegExp('[' + cablepress.together + ']+|[^' + cablepress.apart + cablepress.together + ']+', 'gu'), found = [];
    var owned = text.replace(cablepress.owner, '  ');
    for (var match = run.exec(owned); match; match = run.exec(owned)) {
      var at = match.index, isTogether = cablepress.isTogether(match[0]);
      (isTogether ? Array.from(match[0]) : [match[0]]).forEach(function (one, place, all) {
        var pair = one + (all[place + 1] || '');
        found.push([at, at + pair.length, cablepress.terms(pair)[0] || '', at + (isTogether ? one : pair).length]);
        at += one.length;
      });
    }
    return found;
  }

  /* Where the terms and phrases that were asked for stand in a text, as [begin, end]. */
  function marks(text, answered) {
    var all = placed(text), terms = all.map(function (each) { return each[2]; }), found = [];
    all.forEach(function (each, at) {
      answered.terms.forEach(function (asked) {
        if (asked.term === each[2]) { found.push([each[0], each[1]]); }
        else if (asked.isOpen && each[2].startsWith(asked.term)) { found.push([each[0], each[3]]); }
      });
      answered.phrases.forEach(function (phrase) {
        if (cablepress.begins(terms, at, phrase)) {
          var last = all[at + phrase.length - 1];
          found.push([each[0], last[2] === phrase[phrase.length - 1] ? last[1] : last[3]]);
        }
      });
    });
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
  function snippet(barred, answered) {
    var parts = barred.split(BAR), text = parts.join(''), bars = [], at = 0;
    parts.forEach(function (part, number) {
      if (number % 2) { bars.push([at, at + part.length]); }
      at += part.length;
    });
    var marked = marks(text, answered), begin_ = start(text, marked), end = begin_ + SNIPPET;
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

  /* Show the next hits; tells whether this is still what is asked. */
  function show(answered, turn) {
    return cablepress.next(answered, SHOWN).then(function (passages) {
      if (turn !== asking) { return false; }
      passages.forEach(function (passage) { list.append(hit(passage, answered)); });
      more.hidden = answered.at >= answered.order.length;
      announce(answered);
      return true;
    });
  }

  function showMore(answered, turn) {
    var have = list.children.length;
    show(answered, turn).then(function (isAsked) {
      if (isAsked && list.children[have]) { list.children[have].querySelector('a').focus(); }
    }).catch(failed);
  }

  /* Of a phrase it is not known how many passages have it before all that may have been looked at. */
  function announce(answered) {
    var shown = list.children.length, all = answered.order.length, isWhole = answered.at >= all, said;
    if (answered.phrases.length && !isWhole) {
      said = say('sofar', figure(shown), figure(all), figure(answered.at));
    } else {
      said = counted(answered.phrases.length ? shown : all);
      if (!isWhole) { said += ' ' + say('shown', shown); }
    }
    status.textContent = [said].concat(answered.remarks.map(function (words) { return say.apply(null, words); })).join(' ');
  }

  function counted(count) { return count === 0 ? say('none') : count === 1 ? say('one') : say('many', figure(count)); }

  function figure(number) { return number.toLocaleString('en'); }

  function failed(error) { status.textContent = say('failed', 'search/' + error.message + '.js'); }

  function run(asked) {
    var turn = ++asking, isEmpty = FIELDS.every(function (field) { return field === 'as' || !asked[field]; });
    document.title = (asked.q ? asked.q + ' · ' : '') + title;
    if (isEmpty) { clear(''); return; }
    cablepress.answer(asked).then(function (answered) {
      if (turn !== asking) { return null; }
      clear('');
      more.onclick = function () { showMore(answered, turn); };
      return show(answered, turn);
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

  /* Whom a search can be narrowed to: there may be thousands, and most questions are about nobody. */
  function offerPeople() {
    return cablepress.index.load('people').then(function (people) {
      var select = form.elements.person;
      if (select.options.length > 1) { return; }
      people.forEach(function (person) { select.append(new Option(person[1], person[0])); });
    });
  }

  function fill() {
    var told = new URLSearchParams(location.search), turn = ++asking;
    function set() {
      if (turn !== asking) { return; }
      FIELDS.forEach(function (field) {
        var input = form.elements[field];
        input.value = told.get(field) || '';
        if (input.selectedIndex === -1) { input.selectedIndex = 0; }
      });
      var asked = typed();
      if (['person', 'from', 'to', 'state'].some(function (field) { return asked[field]; })) { document.getElementById('narrow').open = true; }
      run(asked);
    }
    if (told.get('person')) { offerPeople().then(set).catch(failed); } else { set(); }
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
  document.getElementById('narrow').addEventListener('toggle', function () { offerPeople().catch(failed); });
  window.addEventListener('popstate', fill);
  form.hidden = false;
  document.getElementById('instead').remove();
  fill();
}());
