(function () {
  'use strict';

  /* One stream a tab: paused while the tab is hidden, and honest about how old the page is. */
  const freshness = document.getElementById('freshness');
  let source = null;
  let heardAt = null;

  // The extension opens the stream through this hook, which lets us watch and pause it.
  htmx.createEventSource = function (url) {
    source = new EventSource(url);
    source.addEventListener('tick', function () {
      heardAt = Date.now();
      showFreshness();
    });
    if (document.hidden) {
      source.close();
    }
    return source;
  };

  function showFreshness() {
    const seconds = heardAt === null ? null : Math.round((Date.now() - heardAt) / 1000);
    const connected = source !== null && source.readyState === EventSource.OPEN;
    const state = seconds === null ? 'connecting' : seconds < 4 ? 'live' : connected ? 'old' : 'disconnected';
    const text = state === 'old' ? seconds + ' s old' : state;
    if (freshness.textContent !== text) {
      freshness.textContent = text;
      freshness.className = 'freshness ' + state;
    }
  }

  document.addEventListener('visibilitychange', function () {
    if (source === null) {
      return;
    }
    if (document.hidden) {
      source.close();
    }
    else if (source.readyState === EventSource.CLOSED) {
      source.dispatchEvent(new Event('error'));
    }
  });

  /* What somebody has opened stays open when its region is shown anew. */
  let opened = false;
  document.addEventListener('htmx:sseBeforeMessage', function (event) {
    opened = event.target.querySelector('details[open]') !== null;
  });
  document.addEventListener('htmx:sseMessage', function (event) {
    const details = event.target.querySelector('details');
    if (opened && details !== null) {
      details.open = true;
    }
  });

  if (freshness !== null) {
    setInterval(showFreshness, 1000);
    showFreshness();
  }

  /* Keyboard: / filters, g and a letter goes to a page, ? helps. */
  const help = document.getElementById('help');
  const helpButton = document.getElementById('help-open');
  let going = false;

  function isTyping(element) {
    return element.closest('input, select, textarea, [contenteditable]') !== null;
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || help.open) {
      return;
    }
    const place = going ? document.querySelector('#places [data-letter="' + CSS.escape(event.key) + '"]') : null;
    going = event.key === 'g' && !going;
    if (place !== null) {
      location.assign(place.href);
    }
    else if (event.key === '?') {
      help.showModal();
    }
    else if (event.key === '/') {
      const filter = document.getElementById('filter');
      if (filter !== null) {
        event.preventDefault();
        filter.select();
      }
    }
  });

  helpButton.hidden = false;
  helpButton.addEventListener('click', () => help.showModal());

  /* A choice from a list needs no second click. */
  document.querySelectorAll('select[data-submit]').forEach(function (select) {
    select.form.querySelector('button').hidden = true;
    select.addEventListener('change', () => select.form.requestSubmit());
  });

  /* The browser's own zone joins the choices. */
  const zone = document.getElementById('zone');
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!Array.from(zone.options).some((option) => option.value === own)) {
    zone.add(new Option(own, own), 0);
  }
}());
