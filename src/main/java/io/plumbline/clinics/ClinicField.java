package io.plumbline.clinics;

/** A field of the form for clinics, to which the message of a refusal belongs. */
public enum ClinicField {
    CODE
}
