package io.plumbline.records.clinicexports;

/**
 * The file of an export, ready to be downloaded.
 *
 * @param storedAs its name in the file store
 * @param sha256 the hash of the encrypted file, as 64 hexadecimal digits
 */
public record ClinicExportFile(ClinicExportId export, String storedAs, long bytes, String sha256) {}
