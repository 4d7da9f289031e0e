package io.plumbline.access.accounts;

import io.plumbline.shared.DisplayChoice;
import io.plumbline.shared.DisplayFormats;

/**
 * How dates and times are shown to a person.
 *
 * @param version of their account
 * @param ofClinics the formats that apply where nothing is chosen
 */
public record DisplayDetails(long version, DisplayChoice choice, DisplayFormats ofClinics) {}
