/* Passkeys: asks the browser for one on the pages of the sign-in, on a locked screen and before sensitive actions, and
   makes one on the screen My account. */
(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const isUsable = (site) =>
    isSecureContext && "PublicKeyCredential" in window && (location.hostname === site || location.hostname.endsWith("." + site));
  const known = (one) => ({ ...one, id: bytes(one.id) });
  const written = (made, response) =>
    JSON.stringify({
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      response,
      clientExtensionResults: {},
    });

  const sign = async (asked) => {
    const made = await navigator.credentials.get({
      publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: (asked.allowCredentials ?? []).map(known) },
    });
    const signed = made.response;
    return written(made, {
      clientDataJSON: text(signed.clientDataJSON),
      authenticatorData: text(signed.authenticatorData),
      signature: text(signed.signature),
      ...(signed.userHandle ? { userHandle: text(signed.userHandle) } : {}),
    });
  };

  /* Returns {made}, which the portal checks, or {problem}, a sentence. */
  window.plumblineMakePasskey = async (json) => {
    const asked = JSON.parse(json);
    if (!isUsable(asked.rp.id)) {
      return JSON.stringify({
        problem: `This browser cannot make passkeys here. Use another browser, and open the portal at ${asked.rp.id}.`,
      });
    }
    try {
      const made = await navigator.credentials.create({
        publicKey: {
          ...asked,
          challenge: bytes(asked.challenge),
          user: { ...asked.user, id: bytes(asked.user.id) },
          excludeCredentials: (asked.excludeCredentials ?? []).map(known),
        },
      });
      return JSON.stringify({
        made: written(made, {
          clientDataJSON: text(made.response.clientDataJSON),
          attestationObject: text(made.response.attestationObject),
          transports: made.response.getTransports?.() ?? [],
        }),
      });
    } catch (refused) {
      return JSON.stringify({
        problem:
          refused.name === "InvalidStateError"
            ? "This device has a passkey of yours already."
            : "No passkey was made: you canceled, it took too long, or the device asks for no fingerprint, face or PIN.",
      });
    }
  };

  window.plumblineUsesPasskeys = isUsable;

  /* Returns {signed}, which the portal checks, or {problem}, a sentence. */
  window.plumblineSignByPasskey = async (json) => {
    try {
      return JSON.stringify({ signed: await sign(JSON.parse(json)) });
    } catch (refused) {
      return JSON.stringify({
        problem:
          refused.name === "NotAllowedError"
            ? "No passkey was used: you canceled, it took too long, or this device has none of yours."
            : "The passkey could not be used. Try again, or enter your password.",
      });
    }
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    if (!isUsable(form.dataset.site)) return;
    const problem = form.querySelector("[data-problem]");
    const button = form.querySelector("button");
    form.hidden = false;
    document.querySelectorAll("[data-no-passkey]").forEach((one) => one.remove());
    if (button.autofocus) button.focus();
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.hidden = true;
      button.disabled = true;
      try {
        const asked = await fetch(form.dataset.asked);
        if (!asked.ok) throw new Error(asked.status);
        form.elements.passkey.value = await sign(await asked.json());
        form.submit();
      } catch (refused) {
        problem.textContent =
          refused.name === "NotAllowedError"
            ? "No passkey was used: you canceled, it took too long, or this device has none of the portal."
            : "The passkey could not be used. Reload the page and try again.";
        problem.hidden = false;
        button.disabled = false;
        button.focus();
      }
    });
  });
})();
