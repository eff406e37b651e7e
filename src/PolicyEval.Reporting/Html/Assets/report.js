"use strict";
(() => {
  const form = document.getElementById("filter");
  const text = document.getElementById("text");
  const shown = document.getElementById("shown");
  const boxes = [...form.querySelectorAll("input[name=outcome]")];
  const rows = [...document.querySelectorAll("table.controls tbody tr")];
  const sections = [...document.querySelectorAll("section.control")].map(section => ({
    section,
    heading: section.querySelector("h3, h4").textContent.toLowerCase(),
    findings: [...section.querySelectorAll(".finding")],
  }));
  const words = new Map();
  const wordsOf = element => {
    let found = words.get(element);
    if (found === undefined) words.set(element, found = element.textContent.toLowerCase());
    return found;
  };
  const apply = () => {
    const wanted = text.value.trim().toLowerCase();
    const outcomes = new Set(boxes.filter(box => box.checked).map(box => box.value));
    const all = outcomes.size === boxes.length;
    let findings = 0;
    let controls = 0;
    for (const row of rows) {
      row.hidden = !outcomes.has(row.dataset.outcome) || !wordsOf(row).includes(wanted);
      if (!row.hidden) controls++;
    }
    for (const { section, heading, findings: own } of sections) {
      const isNamed = wanted !== "" && heading.includes(wanted);
      let some = 0;
      for (const finding of own) {
        finding.hidden = !outcomes.has(finding.dataset.outcome) || !(isNamed || wordsOf(finding).includes(wanted));
        if (!finding.hidden) some++;
      }
      section.hidden = some === 0 && !(all && (wanted === "" || isNamed));
      findings += some;
      if (wanted !== "" && some > 0)
        for (const rest of section.querySelectorAll("details.rest")) rest.open = true;
    }
    shown.textContent = `${controls} of ${rows.length} controls and ${findings} findings shown`;
  };
  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", apply);
})();
