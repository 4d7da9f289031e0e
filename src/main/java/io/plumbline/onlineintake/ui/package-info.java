/** What staff see of online intakes on the patient's page, and the dialogs by which links are sent and withdrawn. */
@NamedInterface("ui")
@NullMarked
package io.plumbline.onlineintake.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
