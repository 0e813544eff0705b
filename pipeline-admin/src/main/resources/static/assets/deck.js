(function () {
  'use strict';

  /* The timeline: shows what is under the pointer, and a click goes there. */
  const timeline = document.getElementById('timeline');
  const readout = document.getElementById('timeline-readout');
  const seek = document.getElementById('seek');
  const resting = readout.textContent + (seek === null ? '' : '; click to go there');

  function placeUnder(event) {
    const bars = timeline.querySelector('svg.bars');
    if (bars === null) {
      return null;
    }
    const box = bars.getBoundingClientRect();
    const rows = bars.dataset.rows.split(',');
    const step = Number(bars.dataset.step);
    const part = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
    const minute = Math.min(Math.floor(part * rows.length * step), rows.length * step - 1);
    return { minute: minute, rows: Number(rows[Math.floor(minute / step)]), step: step };
  }

  function two(number) {
    return String(number).padStart(2, '0');
  }

  function name(minute) {
    return 'day ' + (Math.floor(minute / 1440) + 1) + ', ' + two(Math.floor(minute % 1440 / 60)) + ':' + two(minute % 60);
  }

  timeline.addEventListener('pointermove', function (event) {
    const place = placeUnder(event);
    readout.textContent = place === null ? resting
      : name(place.minute) + ' – ' + place.rows.toLocaleString('en') + ' rows in ' + place.step / 60 + ' h';
  });
  timeline.addEventListener('pointerleave', () => { readout.textContent = resting; });
  readout.textContent = resting;
  timeline.addEventListener('click', function (event) {
    const place = placeUnder(event);
    if (place !== null && seek !== null) {
      document.getElementById('seek-target').value = name(place.minute);
      seek.requestSubmit();
    }
  });
  timeline.classList.toggle('seekable', seek !== null);

  /* The source that is chosen may have been read since: chosen once more, it is shown as it is now. */
  document.getElementById('sources').addEventListener('click', function (event) {
    if (event.target.closest('a')?.href === location.href) {
      location.reload();
    }
  });

  /* Says at once that a file is too large, rather than send it. */
  document.querySelectorAll('input[type=file][data-most]').forEach(function (input) {
    input.addEventListener('change', function () {
      const tooLarge = Array.from(input.files).some((file) => file.size > Number(input.dataset.most));
      input.setCustomValidity(tooLarge ? 'The file is too large to be uploaded.' : '');
      input.reportValidity();
    });
  });
}());
