/** Texts of the clinics that are published in versions. */
@NullMarked
package io.plumbline.shared.versions;

import org.jspecify.annotations.NullMarked;
