"use strict";
// Replaces nodes that Azure takes back, and moves those off whose hardware fails.
//
// Event Grid sends what Azure notes about the health of machines: each note at least once, in any
// order. So doing one twice does nothing. What fails is sent again, for a day.
//
//   SCALE_SETS   ids of the scale sets that are looked after, each with = and the nodes that it has at
//                the least, with commas between

const MANAGEMENT = process.env.MANAGEMENT || "https://management.azure.com";
const COMPUTE = "2024-11-01";

const TAKEN = new Set(["VirtualMachinePreempted"]);
const FAILING = new Set([
  "PossiblyDegradedDueToHardwareFailureWithRedeployDeadline",
  "VirtualMachineMigrationScheduledForDegradedHardware",
  "VirtualMachinePossiblyDegradedDueToHardwareFailure",
  "VirtualMachinePossiblyDegradedDueToHardwareFailureWithRedeployDeadline",
  "VirtualMachineScheduledForServiceHealing",
]);
const IN_A_SET = /^(.*\/virtualMachineScaleSets\/[^/]+)\/virtualMachines\/[^/]+$/i;

module.exports = async function (context, event) {
  const note = event.data.resourceInfo.properties;
  const name = note.annotationName;
  const machine = note.targetResourceId;
  context.log(`${name}: ${machine}`);
  if (TAKEN.has(name)) {
    await restore(context, machine);
  } else if (FAILING.has(name)) {
    await move(context, machine, new Date(note.occurredTime));
  }
};

module.exports.handles = [...TAKEN, ...FAILING].sort();

/** By scale set, in small letters, the fewest nodes that it may have. */
function lookedAfter() {
  const sets = new Map();
  for (const entry of process.env.SCALE_SETS.split(",")) {
    const at = entry.lastIndexOf("=");
    sets.set(entry.slice(0, at).toLowerCase(), Number(entry.slice(at + 1)));
  }
  return sets;
}

/** Once it is gone, nobody knows whose it was: each set is brought back to its least. */
async function restore(context, machine) {
  if ((await call("GET", machine)) !== null) {
    throw new Error(`${machine} is still there: asked again later`);
  }
  for (const [set, least] of lookedAfter()) {
    const there = await call("GET", set);
    if (there !== null && there.sku.capacity < least) {
      context.log(`${set}: from ${there.sku.capacity} nodes to ${least}`);
      await call("PATCH", set, { sku: { ...there.sku, capacity: least } });
    }
  }
}

/** On another host: a node that was moved since it was noted stays where it is. */
async function move(context, machine, noted) {
  const there = await call("GET", machine);
  if (there === null || !lookedAfter().has(await setOf(machine, there))) {
    return;
  }
  const view = await call("GET", `${machine}/instanceView`);
  for (const status of view === null ? [] : view.statuses) {
    if (status.code.startsWith("ProvisioningState/")) {
      const busy = !status.code.endsWith("/succeeded") && !status.code.includes("/failed");
      if (busy || new Date(status.time) > noted) {
        context.log(`${machine}: ${status.code} at ${status.time}, later than the note`);
        return;
      }
    }
  }
  context.log(`${machine}: moved to another host`);
  await call("POST", `${machine}/redeploy`);
}

/** A machine of a uniform set stands in it; one of a flexible set says whose it is. */
async function setOf(machine, there) {
  const inside = IN_A_SET.exec(machine);
  const set = inside ? inside[1] : there.properties.virtualMachineScaleSet?.id;
  return set === undefined ? undefined : set.toLowerCase();
}

/** What Azure answers; null for what is not there. */
async function call(method, id, body) {
  const answer = await fetch(`${MANAGEMENT}${id}?api-version=${COMPUTE}`, {
    method,
    headers: {
      Authorization: `Bearer ${await token()}`,
      "Content-Type": "application/json",
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  if (answer.status === 404) {
    return null;
  }
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${id}: ${answer.status} ${text}`);
  }
  return text === "" ? {} : JSON.parse(text);
}

async function token() {
  const query = new URLSearchParams({
    resource: MANAGEMENT,
    "api-version": "2019-08-01",
    client_id: process.env.AzureWebJobsStorage__clientId,
  });
  const answer = await fetch(`${process.env.IDENTITY_ENDPOINT}?${query}`, {
    headers: { "X-IDENTITY-HEADER": process.env.IDENTITY_HEADER },
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) {
    throw new Error(`no token: ${answer.status}`);
  }
  return (await answer.json()).access_token;
}
