package io.plumbline.records;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A row of a section, with what belongs to it.
 *
 * @param values by their names; what is not filled in is left out
 * @param parts by their names; parts without rows are left out
 */
record RecordRow(UUID id, SortedMap<String, Object> values, Map<String, List<SortedMap<String, Object>>> parts) {}
