/** Lists of patients as files. */
@NullMarked
@NamedInterface("exports")
package io.plumbline.patients.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
