package io.plumbline.phrases;

/** A part of the text that a phrase inserts: a stop with its braces, or the words between two stops. */
public record PhrasePart(String text, boolean isStop) {}
