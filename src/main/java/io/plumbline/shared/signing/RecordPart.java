package io.plumbline.shared.signing;

/**
 * Marks a record that groups fields of another record, never null there. {@link RecordVersions} compares and merges its
 * fields one by one, so their names must differ from those of the other record.
 */
public interface RecordPart {}
