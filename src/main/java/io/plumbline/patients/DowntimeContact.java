package io.plumbline.patients;

import io.plumbline.shared.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the front desk needs to know of a patient whose chart cannot be opened.
 *
 * @param name given and family name, with the preferred name if that is another
 * @param phone null if none is recorded
 * @param alerts the alerts for everybody that apply on the day, each in a line
 * @param hold that a clinical hold forbids treatments, without the reason; empty if none does
 */
public record DowntimeContact(String name, @Nullable PhoneNumber phone, List<String> alerts, String hold) {}
