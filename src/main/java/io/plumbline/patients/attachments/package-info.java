/** Files on a patient's record: imaging, outside reports, signed forms. */
@NullMarked
@NamedInterface("attachments")
package io.plumbline.patients.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
