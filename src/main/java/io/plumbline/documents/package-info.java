/**
 * Documents on the letterhead of a clinic, as PDF files; the modules to the right of this one say what is in them. Also the
 * store for files from outside, and what format they have.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics"})
package io.plumbline.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
