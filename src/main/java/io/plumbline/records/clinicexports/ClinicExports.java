package io.plumbline.records.clinicexports;

import io.plumbline.records.Register;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ClinicExports extends Repository<ClinicExport, UUID>, Register<ClinicExport> {}
