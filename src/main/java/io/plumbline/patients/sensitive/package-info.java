/** Sensitive patients: whose record only named people and the privacy officer find. */
@NullMarked
@NamedInterface("sensitive")
package io.plumbline.patients.sensitive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
