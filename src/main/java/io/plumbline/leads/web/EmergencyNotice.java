package io.plumbline.leads.web;

/** What must not wait for a call, in the words that stand on every public page. */
final class EmergencyNotice {
    static final String WORDS = "If you have new numbness between the legs, new bladder or bowel trouble, new weakness"
            + " in both legs, sudden severe belly or chest pain, or a high fever with back pain, do not wait for our"
            + " call: contact emergency services.";

    private EmergencyNotice() {}
}
