package io.plumbline.leads;

/**
 * What is wrong with a field of a request for a consultation.
 *
 * @param field its JSON path, such as {@code whenToCall.days[0]}
 * @param message in words for who typed it
 */
public record FieldError(String field, String message) {}
