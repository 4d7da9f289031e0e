package io.plumbline.onlineintake;

/** What became of a form that the patient submits. */
public sealed interface FormSubmission {
    /** It was submitted. */
    record Done(OpenForm form) implements FormSubmission {}

    /** Something else was saved since the last page was shown; nothing was submitted. */
    record Changed(OpenForm form) implements FormSubmission {}

    /** A page has problems; nothing was submitted. */
    record Incomplete(FormPage page, OpenForm form) implements FormSubmission {}
}
