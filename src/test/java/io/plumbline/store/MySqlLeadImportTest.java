package io.plumbline.store;

import io.plumbline.support.OnMySql;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "plumbline.mysql", matches = "false")
class MySqlLeadImportTest extends LeadImportServiceTest implements OnMySql {}
