/** Patients: the directory and the patient's page. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "access", "shell", "practitioners", "exercises"})
package io.plumbline.patients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
