package io.plumbline.records.incidents;

import io.plumbline.records.Register;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Incidents extends Repository<Incident, UUID>, Register<Incident> {}
