/** Everything of a clinic as one encrypted file: asked for by a manager, released by the privacy officer, downloaded once. */
@NullMarked
@NamedInterface("clinicexports")
package io.plumbline.records.clinicexports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
