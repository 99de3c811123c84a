/* Enhancement only: every page reads, filters and switches its view without this file.
   A classic script, so that it runs from file:// and under script-src 'self'. It remembers the view. */
(function () {
  'use strict';
  var key = 'cablepress-view';

  /* Storage may be closed to local files; the page then forgets. */
  function stored() { try { return localStorage.getItem(key); } catch (closed) { return null; } }
  function store(view) { try { localStorage.setItem(key, view); } catch (closed) { return; } }

  document.querySelectorAll('input[name="view"]').forEach(function (button) {
    if (button.id === stored()) { button.checked = true; }
    button.addEventListener('change', function () { store(button.id); });
  });
}());
