// A CRM page without a framework: a list of deals, and the editor kept in sync with the one chosen.
const DEALS = { 'deal-1': 'Harbour Bakery', 'deal-2': 'Nordlys AS', 'deal-3': 'Quai 7' };

const editor = document.getElementById('editor');
const list = document.getElementById('deals');
const said = document.getElementById('said');

/** Another deal is another address; the editor brings its edits home before it leaves the former. */
function choose(id) {
  editor.src = id;
  said.value = '';
  for (const button of list.querySelectorAll('button')) {
    if (button.value === id) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
}

for (const [id, name] of Object.entries(DEALS)) {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', value: id, textContent: name });
  button.addEventListener('click', () => choose(id));
  const item = document.createElement('li');
  item.append(button);
  list.append(item);
}

// What is sent must be what is stored: wait for the server before acting on a document.
document.getElementById('send').addEventListener('click', async () => {
  const state = await editor.flush();
  const safe = state?.name === 'saved' || state?.name === 'unprotected';
  const { dueNow } = editor.recalculate().summary;
  said.value = safe ? `Sent with ${dueNow} due now.` : 'Not sent: it is not saved yet.';
});

choose('deal-1');
