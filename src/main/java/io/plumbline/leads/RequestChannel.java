package io.plumbline.leads;

/** The public channel through which a consultation request arrived. */
public enum RequestChannel {
    FORM,
    JSON
}
