package io.plumbline.records;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccessRequests extends Repository<AccessRequest, UUID>, Register<AccessRequest> {}
