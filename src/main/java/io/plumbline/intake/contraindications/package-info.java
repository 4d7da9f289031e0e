/** What stands of the contraindications that signed intake notes confirmed. */
@NullMarked
package io.plumbline.intake.contraindications;

import org.jspecify.annotations.NullMarked;
