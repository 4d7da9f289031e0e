package io.plumbline.imports;

import java.util.List;

/**
 * What a file looks like, read in one way.
 *
 * @param headings the first row
 * @param rows the first ten rows as patients
 * @param cells the cells of these rows
 * @param asksDateOrder whether birth dates can be read in two ways, so that it must be chosen whether the month or the
 *     day comes first
 */
public record ImportPreview(
        List<String> headings, List<ReadRow> rows, List<List<String>> cells, boolean asksDateOrder) {}
