package io.plumbline.leads.web;

/** The emergency notice on every public page: symptoms that must not wait for a call. */
final class EmergencyNotice {
    static final String WORDS = "If you have new numbness between the legs, new bladder or bowel trouble, new weakness"
            + " in both legs, sudden severe belly or chest pain, or a high fever with back pain, do not wait for our"
            + " call: contact emergency services.";

    private EmergencyNotice() {}
}
