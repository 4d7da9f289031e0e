package io.plumbline.imports;

import io.plumbline.patients.PatientDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as a patient.
 *
 * @param number from 1, without the headings
 * @param line the line of the file where it begins, from 1
 * @param externalId by which the same row is known again: the id of the other product, or a hash of the whole row
 * @param draft null if something is wrong
 * @param problems what is wrong, each in a sentence with the name of its field; empty if there is a draft
 */
public record ReadRow(
        long number, long line, String externalId, @Nullable PatientDraft draft, List<String> problems) {}
