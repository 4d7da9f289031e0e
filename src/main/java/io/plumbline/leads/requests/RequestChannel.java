package io.plumbline.leads.requests;

/** The public channel through which a consultation request arrived. */
public enum RequestChannel {
    FORM,
    JSON
}
