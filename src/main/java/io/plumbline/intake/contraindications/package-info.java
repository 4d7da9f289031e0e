/** What stands of the contraindications that signed intake notes confirmed. */
@NullMarked
@NamedInterface("contraindications")
package io.plumbline.intake.contraindications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
