package io.plumbline.leads;

/** Which of the two public ways a request for a consultation came by. */
public enum CameBy {
    FORM,
    JSON
}
