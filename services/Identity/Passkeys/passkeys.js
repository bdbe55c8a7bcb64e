// Shows the forms that take a passkey where the browser has any, and fills them in.
// Without it they stay hidden and the page is whole.
"use strict";

const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

const toText = (bytes) =>
  bytes && btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const ceremonies = {
  create: (options) => navigator.credentials.create({
    publicKey: { ...options, user: { ...options.user, id: toBytes(options.user.id) } },
  }),
  get: (options) => navigator.credentials.get({ publicKey: options }),
};

// What the service says in words is for the person; everything else is only known to have failed.
class Refusal extends Error {}

async function askForOptions(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  const type = answer.headers.get("Content-Type") ?? "";
  if (answer.ok && type.startsWith("application/json")) {
    return answer.json();
  }

  throw type.startsWith("text/plain") ? new Refusal(await answer.text()) : new Error(answer.statusText);
}

// Written out here, because some password stores put in credentials that cannot write themselves.
function write(credential) {
  const { response } = credential;
  return JSON.stringify({
    id: credential.id,
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports?.(),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      userHandle: toText(response.userHandle),
    },
  });
}

async function fill(form) {
  const options = await askForOptions(form);
  options.challenge = toBytes(options.challenge);
  for (const known of options.excludeCredentials ?? []) {
    known.id = toBytes(known.id);
  }

  form.elements.Credential.value = write(await ceremonies[form.dataset.passkey](options));
  form.submit();
}

function say(form, failure) {
  const { known, failed } = form.dataset;
  form.querySelector("[role=alert]").textContent =
    failure instanceof Refusal ? failure.message : failure.name === "InvalidStateError" && known ? known : failed;
}

async function take(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const button = form.querySelector("button");
  button.disabled = true;
  form.querySelector("[role=alert]").textContent = "";
  try {
    await fill(form);
  } catch (failure) {
    say(form, failure);
  } finally {
    button.disabled = false;
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", take);
    for (let part = form; part; part = part.closest("[hidden]")) {
      part.hidden = false;
    }
  }
}
