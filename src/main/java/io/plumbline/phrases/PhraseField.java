package io.plumbline.phrases;

/** The fields of a phrase at which a refusal can stand. */
public enum PhraseField {
    CODE,
    TEXT
}
