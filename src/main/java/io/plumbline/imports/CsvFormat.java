package io.plumbline.imports;

import java.nio.charset.Charset;

/**
 * How a file is read.
 *
 * @param charset the encoding of its characters
 * @param separator what separates its cells
 */
public record CsvFormat(Charset charset, char separator) {}
