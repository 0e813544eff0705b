package io.commitpipeline.local.eventhubs;

import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.commitpipeline.local.eventhubs", importOptions = DoNotIncludeTests.class)
class EventHubsArchitectureTests {

	@ArchTest
	static final ArchRule layersKnowOnlyWhatIsBelow = Architectures.layeredArchitecture()
		.consideringOnlyDependenciesInLayers()
		.layer("facade")
		.definedBy("io.commitpipeline.local.eventhubs")
		.layer("protocol")
		.definedBy("..eventhubs.protocol..")
		.layer("faults")
		.definedBy("..eventhubs.faults..")
		.layer("access")
		.definedBy("..eventhubs.access..")
		.layer("broker")
		.definedBy("..eventhubs.broker..")
		.layer("log")
		.definedBy("..eventhubs.log..")
		.whereLayer("facade")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("protocol")
		.mayOnlyBeAccessedByLayers("facade")
		.whereLayer("faults")
		.mayOnlyBeAccessedByLayers("facade", "protocol")
		.whereLayer("access")
		.mayOnlyBeAccessedByLayers("facade", "protocol")
		.whereLayer("broker")
		.mayOnlyBeAccessedByLayers("facade", "protocol", "faults", "access")
		.whereLayer("log")
		.mayOnlyBeAccessedByLayers("broker", "protocol");

	@ArchTest
	static final ArchRule packagesFormNoCycle = slices().matching("io.commitpipeline.local.eventhubs.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule onlyTheProtocolKnowsTheWire = noClasses().that()
		.resideOutsideOfPackage("..eventhubs.protocol..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.qpid..", "io.vertx..");

	@ArchTest
	static final ArchRule timeComesFromAClock = noClasses().should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Thread.class, "sleep", long.class);

}
