/** The audit trail as FHIR R4 AuditEvent resources, one a line. */
@NullMarked
package io.plumbline.audit.exports;

import org.jspecify.annotations.NullMarked;
