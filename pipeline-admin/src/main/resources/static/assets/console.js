(function () {
  'use strict';

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

  const plot = document.getElementById('plot');
  const activity = document.getElementById('activity');
  const readout = document.getElementById('readout');
  const step = Number(activity.dataset.step);
  let chart = null;

  function points() {
    const rows = Array.from(activity.querySelectorAll('tbody tr')).reverse();
    return [
      rows.map((row) => Date.parse(row.querySelector('time').dateTime) / 1000),
      rows.map((row) => Number(row.querySelector('data').value))
    ];
  }

  function options() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = {
      stroke: colour('--muted'), font: '12px ' + style.fontFamily,
      grid: { stroke: colour('--rule'), width: 1 }, ticks: { show: false }
    };
    return {
      width: plot.clientWidth, height: plot.clientHeight,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      cursor: { points: { show: false }, drag: { x: false, y: false }, dataIdx: barAt },
      legend: { show: false },
      padding: [10, 18, 0, 0],
      hooks: { setCursor: [readOut] },
      scales: {
        x: { range: (u, min, max) => [min, max + step] },
        y: { range: (u, min, max) => [0, Math.max(10, max * 1.1)] }
      },
      series: [
        {},
        {
          fill: colour('--accent'), width: 0, points: { show: false },
          paths: uPlot.paths.bars({ size: [0.72, 28], align: 1 })
        }
      ],
      axes: [
        Object.assign({}, axis, { grid: { show: false }, values: hours, space: 70, size: 28 }),
        Object.assign({}, axis, { size: 56, values: (u, values) => values.map((value) => value.toLocaleString('en')) })
      ]
    };
  }

  // A bar stands to the right of its time.
  function barAt(u, series, closest, x) {
    return closest > 0 && u.data[0][closest] > x ? closest - 1 : closest;
  }

  function readOut(u) {
    const i = u.cursor.idx;
    const [seconds, values] = u.data;
    readout.textContent = i === null || i === undefined ? ''
      : hours(u, [seconds[i]])[0] + ' – ' + Math.round(values[i]).toLocaleString('en');
  }

  function hours(u, seconds) {
    return seconds.map((second) => new Date(second * 1000).toISOString().substring(11, 16));
  }

  function draw() {
    if (chart !== null) {
      chart.destroy();
    }
    chart = new uPlot(options(), points(), plot);
  }

  activity.addEventListener('htmx:sseMessage', () => chart.setData(points()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  new ResizeObserver(() => chart.setSize({ width: plot.clientWidth, height: plot.clientHeight })).observe(plot);
  setInterval(showFreshness, 1000);
  showFreshness();
  draw();
}());
