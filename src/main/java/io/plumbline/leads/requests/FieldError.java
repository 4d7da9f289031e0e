package io.plumbline.leads.requests;

/**
 * An error in a field of a consultation request.
 *
 * @param field its JSON path, such as {@code whenToCall.days[0]}
 * @param message for the person who filled in the form
 */
public record FieldError(String field, String message) {}
