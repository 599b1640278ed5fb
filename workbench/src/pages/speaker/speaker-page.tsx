import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'wouter';
import { answers, ApiError, type SpeakerProfile } from '../../api/index.ts';
import { Answer } from '../../design/index.ts';
import { Page } from '../../shell/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { About } from './about.tsx';
import { Opponents } from './opponents.tsx';
import { Roles } from './roles.tsx';
import { Said } from './said.tsx';
import { SameDescription } from './same-description.tsx';
import './speaker.css';

/** One speaker: names, roles, what it says and whom it contradicts. */
export default function SpeakerPage(): ReactElement {
  const { name = '' } = useParams<{ name: string }>();
  const { value } = useAddress();
  const answer = useQuery(answers.speaker(name, value('publisher') ?? undefined));
  // A description that several outlets have stands for nobody until one says whose.
  const unclear = answer.error instanceof ApiError && answer.error.status === 404;
  return (
    <Page title={name}>
      {unclear ? (
        <SameDescription name={name} publisher={null} refetch={() => void answer.refetch()} error={answer.error} />
      ) : (
        <Answer of={answer} what="the speaker">
          {(profile) => <Speaker key={`${profile.name} ${profile.publisher}`} profile={profile} />}
        </Answer>
      )}
    </Page>
  );
}

function Speaker({ profile }: { readonly profile: SpeakerProfile }): ReactElement {
  return (
    <>
      <About profile={profile} />
      <div className="speaker-columns">
        <Roles roles={profile.roles} />
        <Opponents profile={profile} />
      </div>
      <Said profile={profile} />
    </>
  );
}
