/** Co-signatures: the supervisor of an author co-signs a signed session note, or returns it with a remark. */
@NullMarked
@NamedInterface("cosign")
package io.plumbline.notes.cosign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
